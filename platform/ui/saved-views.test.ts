import { expect, test } from "vitest";
import { addSavedView, removeSavedView, type SavedView } from "./saved-views.ts";

const view = (name: string, state = "overdue"): SavedView => ({ name, filters: { state } });

test("新存的常用查询排在最前，同名的换掉", () => {
  const views = addSavedView([view("逾期"), view("待验收")], view("待验收", "submitted"));
  expect(views).toEqual([view("待验收", "submitted"), view("逾期")]);
});

test("最多十二组，最早的让出", () => {
  const many = Array.from({ length: 15 }, (_none, index) => String(index));
  const views = many.reduce<readonly SavedView[]>((kept, name) => addSavedView(kept, view(name)), []);
  expect(views.map(({ name }) => name)).toEqual(many.slice(3).reverse());
});

test("删除只删那一组", () => {
  expect(removeSavedView([view("逾期"), view("待验收")], "逾期")).toEqual([view("待验收")]);
});
