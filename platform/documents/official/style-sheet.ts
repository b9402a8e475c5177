import { typeArea, typeSize } from "./type-area.ts";
import { typefaces } from "./typeface.ts";

/**
 * Lines of another height than the page's pitch (title, mark, tables) stay off the line grid, which would
 * give each of them two of its lines.
 */
export const offGrid = { style: "OffGrid" } as const;

const body = typefaces.body.name;

/** No gap between Chinese characters and digits: 28 characters are meant to fill a line. */
export const styleSheet = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults>
<w:rPrDefault><w:rPr>
<w:rFonts w:ascii="${body}" w:hAnsi="${body}" w:eastAsia="${body}" w:cs="${body}"/>
<w:sz w:val="${typeSize.三号 * 2}"/><w:szCs w:val="${typeSize.三号 * 2}"/>
<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault>
<w:pPrDefault/>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>
<w:spacing w:before="0" w:after="0" w:line="${typeArea.linePitch}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="OffGrid"><w:name w:val="Off Grid"/><w:basedOn w:val="Normal"/>
<w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
</w:styles>`;
