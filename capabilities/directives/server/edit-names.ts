/** What an edit did, as told to somebody who was about to edit the same document. */
export const editNames: Readonly<Record<string, string>> = {
  text: "改了一条的文字",
  requirement: "改了一条是否要求",
  merge: "并了两条",
  split: "拆了一条",
  drop: "剔除了一条",
  takeBack: "恢复了一条",
};
