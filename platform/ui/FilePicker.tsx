import { Button } from "antd";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { addFiles, type FileLimits, writeSize } from "./file-choice.ts";
import { words } from "./words.ts";

/** Files by tap or by dropping them; their sizes shown, what cannot go along told by name. */
export function FilePicker(
  props: FileLimits & {
    readonly id?: string | undefined;
    readonly files: readonly File[];
    readonly onChange: (files: readonly File[]) => void;
    readonly hint?: string | undefined;
    readonly label?: string | undefined;
    readonly "aria-describedby"?: string | undefined;
  },
): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const [isOver, setIsOver] = useState(false);
  const take = (chosen: FileList | null): void => {
    const present = props.maxFiles === 1 && chosen?.length === 1 ? [] : props.files;
    const outcome = addFiles(present, Array.from(chosen ?? []), props);
    setRefusals(outcome.refusals);
    if (outcome.files.length > 0 || props.files.length === 0) props.onChange(outcome.files);
    if (input.current) input.current.value = "";
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <div
      className={isOver ? "file-picker file-picker-over" : "file-picker"}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
    >
      <input
        ref={input}
        id={props.id}
        type="file"
        className="file-picker-input"
        aria-label={props.label ?? (props.id === undefined ? words.chooseFiles : undefined)}
        aria-describedby={props["aria-describedby"]}
        multiple={props.maxFiles > 1}
        accept={props.accept}
        onChange={(event) => take(event.target.files)}
      />
      <Button onClick={() => input.current?.click()} tabIndex={-1} aria-hidden="true">
        {words.chooseFiles}
      </Button>
      <span className="soft"> {words.dropFiles}</span>
      <p className="field-hint">
        {props.hint ?? words.fileLimits(props.maxFiles, writeSize(props.maxBytes))}
      </p>
      {refusals.length > 0 && (
        <ul className="field-error" role="alert">
          {refusals.map((refusal) => (
            <li key={refusal}>{refusal}</li>
          ))}
        </ul>
      )}
      <FileList files={props.files} onChange={props.onChange} />
    </div>
  );
}

function FileList(props: {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}): ReactNode {
  if (props.files.length === 0) return null;
  return (
    <ul className="file-list">
      {props.files.map((file) => (
        <li key={`${file.name}${file.size}${file.lastModified}`}>
          <span className="file-name">{file.name}</span>
          <span className="soft number">{writeSize(file.size)}</span>
          <Button
            size="small"
            type="text"
            aria-label={words.removeFile(file.name)}
            onClick={() => props.onChange(props.files.filter((other) => other !== file))}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
}
