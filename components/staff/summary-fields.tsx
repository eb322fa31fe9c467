"use client";

import { type FormEvent, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { stageQuestion, stageSpokenOf } from "@/lib/progress/report-rules";
import { type Stage, stages } from "@/lib/project/project-rules";

type Text = (name: string) => { name: string; defaultValue: string; error?: string };
type Later = NonNullable<ReturnType<typeof stageSpokenOf>>;

const answers = ["startedOn", "startEvidence", "note"] as const;

/** What was done in the month; asks at once where it speaks of a later stage than the one on record. */
export function SummaryFields({ stage, text }: { stage: Stage; text: Text }) {
  const summary = text("summary");
  const [spoken, setSpoken] = useState(() => stageSpokenOf(stage, summary.defaultValue));
  const isAnswered = answers.some((name) => text(name).defaultValue || text(name).error);
  return (
    <>
      <Textarea
        {...summary}
        label="本期进展"
        hint="写做成了什么，不写打算。公众会看到。"
        onInput={(event) => setSpoken(stageSpokenOf(stage, event.currentTarget.value))}
      />
      {stage !== "operating" && (
        <StageQuestion stage={stage} spoken={spoken} isAnswered={isAnswered} text={text} />
      )}
    </>
  );
}

type QuestionProps = { stage: Stage; spoken: Later | null; isAnswered: boolean; text: Text };

/** Always there, so that no answer is lost when the text changes; seen while it is asked or answered. */
function StageQuestion({ stage, spoken, isAnswered, text }: QuestionProps) {
  const [hasAnswer, setHasAnswer] = useState(isAnswered);
  const later = spoken ?? nextStage(stage);
  const day = later === "operating" ? "投产" : "开工";
  const question = stageQuestion(stage, later);
  const startedOn = text("startedOn");
  const isAsked = startedOn.error === question;
  const noteAnswer = (event: FormEvent<HTMLDivElement>) => {
    const inputs = event.currentTarget.querySelectorAll<HTMLInputElement>("input[type=text]");
    setHasAnswer([...inputs].some(({ value }) => value.trim() !== ""));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend has no room for what the question looks like
    <div
      role="group"
      aria-labelledby="stage-question"
      className={classNames("check stage-question", isAsked && "bad")}
      hidden={!spoken && !hasAnswer}
      onInput={noteAnswer}
    >
      <p id="stage-question">
        <Icon name="warn" />
        {question}
      </p>
      <input type="hidden" name="startedStage" value={later} />
      <div className="cols-2 gap-4 items-start">
        <TextInput
          {...startedOn}
          // Said above the fields already.
          error={isAsked ? undefined : startedOn.error}
          label={`${day}日期`}
        />
        <TextInput {...text("note")} label="原因" />
      </div>
      <TextInput {...text("startEvidence")} label={`${day}的依据`} hint={`填了${day}日期才要写`} />
    </div>
  );
}

function nextStage(stage: Stage): Later {
  return stages[stages.indexOf(stage) + 1] === "operating" ? "operating" : "under_construction";
}
