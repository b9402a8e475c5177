/**
 * JSON escapes line breaks and the escape sign, but not the other signs that steer a terminal or turn the direction of
 * what is read: whoever looks at the log sees them written out.
 */
export const escapeSteering = (line: string): string =>
  line.replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
