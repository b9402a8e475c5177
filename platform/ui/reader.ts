let name = "";

/** Who sits before the screen, as it stands on whatever the browser itself takes out of the system. */
export const setReader = (words: string): void => {
  name = words;
};

export const readerName = (): string => name;
