/** What a report says, to everybody, when its author answers that nothing changed. */
export const unchangedText = "本期无变化";
