import { findPlainDate } from "#platform/kernel/plain-date.ts";

/** 联系方式: what of a person may be kept besides name and posts; both may be left out. */
export const contactFieldNames = { idNumber: "身份证号", phone: "手机号" } as const;

export type ContactField = keyof typeof contactFieldNames;

export const contactFields = Object.keys(contactFieldNames) as ContactField[];

/** So many plain values may one person look at in a day; more is no daily work but a collection. */
export const maxRevelationsPerDay = 30;

/** As typed on a phone or copied from a table: without spaces, in half width, with a capital X. */
export const tidyContact = (text: string): string => text.normalize("NFKC").replace(/\s/g, "").toUpperCase();

export type ContactProblem = "id-number-invalid" | "phone-invalid";

export function findProblemOfContact(field: ContactField, tidy: string): ContactProblem | null {
  if (field === "phone") return /^1[3-9][0-9]{9}$/.test(tidy) ? null : "phone-invalid";
  return isIdNumber(tidy) ? null : "id-number-invalid";
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkSigns = "10X98765432";

/** 公民身份号码: area, a day that exists, serial, check sign by ISO 7064 MOD 11-2. Source: GB 11643-1999. */
function isIdNumber(text: string): boolean {
  if (!/^[1-9][0-9]{16}[0-9X]$/.test(text)) return false;
  const year = Number(text.slice(6, 10));
  const isDay = findPlainDate(year, Number(text.slice(10, 12)), Number(text.slice(12, 14))) !== null;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return isDay && year >= 1900 && checkSigns[sum % 11] === text[17];
}

/** So that it can be recognised and not used: 138****1234, 350121********123X. */
export const maskContact = (field: ContactField, value: string): string =>
  field === "phone"
    ? `${value.slice(0, 3)}****${value.slice(-4)}`
    : `${value.slice(0, 6)}********${value.slice(-4)}`;
