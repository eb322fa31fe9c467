import type { AttachmentKind } from "@/lib/attachment/attachment-dto";
import type { AttachmentProblem } from "@/lib/attachment/attachment-rules";

export const attachmentKindText = {
  photo: "照片",
  pdf: "PDF",
  office: "Office 文件",
} as const satisfies Record<AttachmentKind, string>;

/** Why a file was not taken, and what to do about it. */
export const attachmentProblemText = {
  nothing: "还没有选文件。请选一张照片或一个文件。",
  type: "不收这种文件。请上传 JPG、PNG、WebP 照片，或 PDF、docx、xlsx、pptx 文件。",
  heic: "不收 HEIC 照片。请在手机里转成 JPG（iPhone：设置 → 相机 → 格式 → 兼容性最佳），再上传。",
  "old-office": "不收旧版 Office 和 WPS 格式，它们可能带宏。请另存为 docx、xlsx、pptx 或 PDF，再上传。",
  macro: "文件里有宏，不能上传。请另存为不带宏的 docx、xlsx、pptx 或 PDF，再上传。",
  mismatch: "文件的内容和扩展名对不上。请用原来的程序打开，另存一次再上传。",
  locked: "文件有密码，或是改了扩展名的旧版文件。请去掉密码，另存为 docx、xlsx 或 pptx，再上传。",
  broken: "文件打不开，可能没有传完整。请在电脑上打开看看，另存一次再上传。",
  bomb: "文件展开后太大，不能上传。请减少内容，或转成 PDF 再上传。",
  pixels: "照片的像素太多，最多 6,400 万。请把照片缩小再上传。",
  "too-big": "文件太大：照片最多 15 MB，其他文件最多 20 MB。请缩小或拆开再上传。",
  "too-many": "一份填报最多 12 个附件。请先删去不用的，再上传。",
  "too-often": "一个账号一天最多上传 200 个文件。请明天再传。",
  stranger: "找不到这个项目，或者它由别人负责。请从“我的任务”里选项目。",
  gone: "这个附件已经删去，或已随填报提交。请刷新页面看现状。",
} as const satisfies Record<AttachmentProblem, string>;

/** What is asked about a photo. */
export const captionLabelText = "照片里是什么";

/** What stands for a photo of which nobody wrote what it shows. */
export const untitledPhotoText = "现场照片";

/** What may be attached, and who will see it. */
export const attachmentHintText =
  "照片发布后公众会看到，上传时会去掉拍摄地点；PDF、docx、xlsx、pptx 只有内部人员能看。照片每张最多 15 MB，文件每个最多 20 MB，一份填报最多 12 个。";

/** The server said nothing that one could read. */
export const uploadFailedText = "没有传上去。请检查网络，再选一次；还不行，请告诉系统管理员。";
