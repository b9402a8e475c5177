import { convertMillimetersToTwip } from "docx";

/** The type area (版心) of GB/T 9704-2012: A4, 156 × 225 mm, 22 lines of 28 characters. Lengths are in twips. */
export const typeArea = {
  /** A4 as Word rounds it, so that its page dialog says A4. */
  pageWidth: 11_906,
  pageHeight: 16_838,
  top: convertMillimetersToTwip(37),
  left: convertMillimetersToTwip(28),
  right: convertMillimetersToTwip(26),
  bottom: convertMillimetersToTwip(35),
  width: convertMillimetersToTwip(156),
  /** 225 mm / 22 */
  linePitch: 579,
  /** A size-3 character (16 pt) drawn together by `bodyTracking`: 28 of them fit 156 mm, 29 do not. */
  characterPitch: 315,
  bodyTracking: -5,
} as const;

/** Sizes in points, under their Chinese names. */
export const typeSize = { 二号: 22, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5, 小五: 9 } as const;
