"use client";

import { TextInput } from "@/components/ui/text-input";
import type { RegisterFieldsProps } from "./register-fields-props";

/** What is typed in of a place. */
export function PlaceFields({ text }: RegisterFieldsProps) {
  return <TextInput {...text("name")} label="名称" hint="写到区、县或园区，例如 新蒲新区。" />;
}
