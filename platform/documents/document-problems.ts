/**
 * Why a file was not read. The titles name the remedy and never repeat anything of the file,
 * so that they may be shown and logged even when the file should never have been sent.
 */
export const documentProblems = {
  "empty-file": { status: 422, title: "文件是空的（0 字节），请检查后重新选择文件" },
  "no-text": {
    status: 422,
    title: "文件里没有文字，可能是扫描件或图片，请提供带文字的 Word（.docx）或文本（.txt）文件",
  },
  "file-too-large": { status: 413, title: "文件超过 50 MB，请去掉其中的图片或分成几个文件后再上传" },
  "text-too-long": { status: 413, title: "文件的文字太多（超过 20 MB），请分成几个文件后再上传" },
  "old-word-format": {
    status: 415,
    title: "这是旧版 Word 或 WPS 格式（.doc、.wps、.rtf），请打开后另存为 .docx 再上传",
  },
  "encrypted-document": { status: 422, title: "文件设了打开密码，请去掉密码另存后再上传" },
  "pdf-not-readable": {
    status: 415,
    title: "不读取 PDF（包括扫描件），请提供原来的 Word（.docx）或文本（.txt）文件",
  },
  "ofd-not-readable": {
    status: 415,
    title: "不读取 OFD 版式文件，请提供原来的 Word（.docx）或文本（.txt）文件",
  },
  "broken-document": {
    status: 422,
    title: "文件已损坏或不完整，请用 Word 或 WPS 打开确认无误，另存为新的 .docx 再上传",
  },
  "unsafe-document": {
    status: 422,
    title: "文件内部含有不安全的内容（异常路径或外部实体），请把正文复制到新建的 Word 文档后再上传",
  },
  "zip-bomb": {
    status: 422,
    title: "文件解压后异常膨胀，已拒绝读取，请把正文复制到新建的 Word 文档后再上传",
  },
  "not-a-word-document": {
    status: 415,
    title: "文件名是 .docx，内容却不是 Word 文档，请用 Word 或 WPS 打开后另存为 .docx 再上传",
  },
  "unknown-format": { status: 415, title: "不支持这种格式，请提供 Word（.docx）或文本（.txt）文件" },
  "unknown-encoding": {
    status: 422,
    title: "认不出文字的编码，请用记事本打开确认不是乱码，另存为 UTF-8 编码后再上传",
  },
  "binary-content": {
    status: 415,
    title: "文件内容不是文字，请提供 Word（.docx）或文本（.txt）文件",
  },
  "classified-mark": {
    status: 422,
    title: "文件首页有密级标志。本系统不处理涉密文件，内容未保存；请按保密规定办理，确属误标的更正后再上传",
  },
} as const satisfies Record<string, { status: number; title: string }>;

export type DocumentProblemCode = keyof typeof documentProblems;

export type DocumentProblem = { readonly code: DocumentProblemCode };
