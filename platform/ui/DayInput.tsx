import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import "dayjs/locale/zh-cn";
import type { ReactNode } from "react";

dayjs.locale("zh-cn");

const dayOf = (text: string | undefined): Dayjs | null => (text ? dayjs(text) : null);

/** A day as "YYYY-MM-DD", "" for none; picked or typed. */
export function DayInput(props: {
  readonly id?: string | undefined;
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly label?: string | undefined;
}): ReactNode {
  const [earliest, latest] = [dayOf(props.earliest), dayOf(props.latest)];
  return (
    <DatePicker
      {...(props.id !== undefined && { id: props.id })}
      {...(props.label !== undefined && { "aria-label": props.label })}
      {...(earliest && { minDate: earliest })}
      {...(latest && { maxDate: latest })}
      value={dayOf(props.value)}
      onChange={(value) => props.onChange(value ? value.format("YYYY-MM-DD") : "")}
      disabled={props.isDisabled ?? false}
      format={["YYYY-MM-DD", "YYYY.M.D", "YYYY/M/D", "YYYY年M月D日", "YYYYMMDD"]}
      placeholder="年-月-日"
      className="day-input"
    />
  );
}
