import { Button, Checkbox, Input } from "antd";
import { type ReactNode, useState } from "react";
import {
  Field,
  fieldErrorsOf,
  notify,
  ProblemNotice,
  Section,
  useCommand,
  useLeaveGuard,
} from "#platform/ui/index.ts";
import { editBulletinRoute } from "../contract.ts";
import { circleKinds, circleNames } from "../core/index.ts";
import type { BulletinDetail } from "./bulletin-detail.ts";
import { messages } from "./messages.ts";

type Text = BulletinDetail["text"];

/** The part that people write; what has numbers in it is not here. */
export function TextForm({ detail }: { detail: BulletinDetail }): ReactNode {
  const [text, setText] = useState<Text>(detail.text);
  const command = useCommand(editBulletinRoute);
  const isDirty = JSON.stringify(text) !== JSON.stringify(detail.text);
  useLeaveGuard(isDirty);
  const change = (part: Partial<Text>) => setText((former) => ({ ...former, ...part }));
  const save = async () => {
    const params = { bulletinId: detail.bulletin.id };
    const outcome = await command.run({ params, body: { version: detail.version, text } });
    if (outcome.ok) notify({ text: messages.saved });
  };
  const errors = fieldErrorsOf(command.problem);
  const lineOf = (name: "title" | "copyTo" | "numberPrefix", hint?: string) => (
    <Field
      label={messages.fields[name]}
      hint={hint}
      error={errors[`text.${name}`]}
      isRequired={name !== "copyTo"}
    >
      <Input
        value={text[name]}
        maxLength={200}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Field>
  );
  const passageOf = (name: "goodPractice" | "nextSteps") => (
    <Field label={messages.fields[name]} hint={messages.hints[name]} isRequired={name === "nextSteps"}>
      <Input.TextArea
        value={text[name]}
        maxLength={10_000}
        autoSize={{ minRows: 3, maxRows: 16 }}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <Section title={messages.text}>
      <p className="soft">{messages.textHint}</p>
      {lineOf("title")}
      <Field label={messages.fields.circle} isRequired>
        <Checkbox.Group
          value={text.circleKinds}
          options={circleKinds.map((kind) => ({ value: kind, label: circleNames[kind] }))}
          onChange={(kinds) => change({ circleKinds: kinds as Text["circleKinds"] })}
        />
      </Field>
      {passageOf("goodPractice")}
      {passageOf("nextSteps")}
      {lineOf("copyTo", messages.hints.copyTo)}
      {lineOf("numberPrefix", messages.hints.numberPrefix)}
      {command.problem && <ProblemNotice problem={command.problem} onClose={command.clear} />}
      <Button type="primary" disabled={!isDirty} loading={command.isRunning} onClick={() => void save()}>
        {messages.save}
      </Button>
    </Section>
  );
}
