-- Tables, keys and plain indexes, as the Prisma schema has them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "role" AS ENUM ('official', 'staff', 'reviewer', 'admin', 'security', 'auditor');

-- CreateEnum
CREATE TYPE "organization_kind" AS ENUM ('government', 'zone', 'enterprise');

-- CreateEnum
CREATE TYPE "agreement_kind" AS ENUM ('strategic_cooperation', 'cooperation', 'cooperative_operation');

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('day', 'days', 'month', 'half_year', 'year', 'not_after');

-- CreateEnum
CREATE TYPE "dataset_kind" AS ENUM ('real', 'demo', 'bench');

-- CreateEnum
CREATE TYPE "review_state" AS ENUM ('submitted', 'returned', 'published', 'corrected', 'withdrawn');

-- CreateEnum
CREATE TYPE "problem_category" AS ENUM ('land', 'power', 'approval', 'financing', 'other');

-- CreateEnum
CREATE TYPE "status_answer" AS ENUM ('operating', 'under_construction', 'not_started', 'terminated', 'unclear');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('document', 'site_visit', 'company_statement', 'public_report', 'phone_call');

-- CreateEnum
CREATE TYPE "draft_kind" AS ENUM ('report', 'status_check');

-- CreateEnum
CREATE TYPE "project_type" AS ENUM ('engineering', 'platform', 'institution', 'recruitment');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('signed', 'under_construction', 'operating');

-- CreateEnum
CREATE TYPE "condition" AS ENUM ('active', 'paused', 'terminated');

-- CreateEnum
CREATE TYPE "basis" AS ENUM ('stated', 'inferred');

-- CreateTable
CREATE TABLE "accounts" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "unit_id" INTEGER,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "disabled_at" TIMESTAMPTZ(3),
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "account_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failures" (
    "id" SERIAL NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" INTEGER,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "address" TEXT,
    "succeeded" BOOLEAN NOT NULL DEFAULT true,
    "prev_hash" CHAR(64) NOT NULL DEFAULT '',
    "hash" CHAR(64) NOT NULL DEFAULT '',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organizations" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" "organization_kind" NOT NULL,
    "description" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_aliases" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "alias" TEXT NOT NULL,

    CONSTRAINT "organization_aliases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreements" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT,
    "call_name" TEXT NOT NULL,
    "kind" "agreement_kind",
    "signed_from" DATE,
    "signed_to" DATE,
    "signed_precision" "date_precision",
    "signed_place" TEXT,
    "agreed_investment" BIGINT,
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "summary" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parties" (
    "id" SERIAL NOT NULL,
    "agreement_id" INTEGER NOT NULL,
    "organization_id" INTEGER,
    "name_in_title" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "parties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "kind" "dataset_kind" NOT NULL,
    "clock_on" DATE,
    "seed_hash" TEXT,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitments" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "indicator" TEXT NOT NULL,
    "target_value" DECIMAL(20,4),
    "unit" TEXT,
    "note" TEXT,
    "is_measurable" BOOLEAN NOT NULL DEFAULT true,
    "due_from" DATE,
    "due_to" DATE,
    "due_precision" "date_precision",
    "read_value" DECIMAL(20,4),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "commitments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment_revisions" (
    "id" SERIAL NOT NULL,
    "commitment_id" INTEGER NOT NULL,
    "old_target_value" DECIMAL(20,4),
    "new_target_value" DECIMAL(20,4),
    "old_due_from" DATE,
    "old_due_to" DATE,
    "old_due_precision" "date_precision",
    "new_due_from" DATE,
    "new_due_to" DATE,
    "new_due_precision" "date_precision",
    "reason" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commitment_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment_readings" (
    "commitment_id" INTEGER NOT NULL,
    "report_id" INTEGER NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,

    CONSTRAINT "commitment_readings_pkey" PRIMARY KEY ("commitment_id","report_id")
);

-- CreateTable
CREATE TABLE "milestones" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "planned_from" DATE,
    "planned_to" DATE,
    "planned_precision" "date_precision",
    "revised_from" DATE,
    "revised_to" DATE,
    "revised_precision" "date_precision",
    "deadline_basis" "basis",
    "actual_from" DATE,
    "actual_to" DATE,
    "actual_precision" "date_precision",
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "milestones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_revisions" (
    "id" SERIAL NOT NULL,
    "milestone_id" INTEGER NOT NULL,
    "old_from" DATE,
    "old_to" DATE,
    "old_precision" "date_precision",
    "new_from" DATE,
    "new_to" DATE NOT NULL,
    "new_precision" "date_precision" NOT NULL,
    "reason" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "milestone_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_completions" (
    "milestone_id" INTEGER NOT NULL,
    "report_id" INTEGER NOT NULL,
    "actual_from" DATE,
    "actual_to" DATE NOT NULL,
    "actual_precision" "date_precision" NOT NULL,

    CONSTRAINT "milestone_completions_pkey" PRIMARY KEY ("milestone_id","report_id")
);

-- CreateTable
CREATE TABLE "progress_reports" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "period" DATE NOT NULL,
    "author_id" INTEGER NOT NULL,
    "state" "review_state" NOT NULL DEFAULT 'submitted',
    "summary" TEXT NOT NULL,
    "next_steps" TEXT,
    "percent" SMALLINT,
    "arrived_funds" BIGINT,
    "completed_investment" BIGINT,
    "is_money_public" BOOLEAN NOT NULL DEFAULT false,
    "new_stage" "stage",
    "stage_from" DATE,
    "stage_to" DATE,
    "stage_precision" "date_precision",
    "stage_evidence" TEXT,
    "stage_reason" TEXT,
    "new_condition" "condition",
    "condition_reason" TEXT,
    "condition_review_on" DATE,
    "note" TEXT,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reviewer_id" INTEGER,
    "reviewed_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "return_field" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" INTEGER,
    "withdraw_reason" TEXT,
    "request_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "progress_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problems" (
    "id" SERIAL NOT NULL,
    "report_id" INTEGER NOT NULL,
    "key" UUID NOT NULL,
    "category" "problem_category" NOT NULL,
    "department" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "raised_on" DATE NOT NULL,
    "resolved_on" DATE,

    CONSTRAINT "problems_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_checks" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "state" "review_state" NOT NULL DEFAULT 'submitted',
    "answer" "status_answer" NOT NULL,
    "effective_from" DATE,
    "effective_to" DATE NOT NULL,
    "effective_precision" "date_precision" NOT NULL,
    "reason" TEXT,
    "evidence_kind" "evidence_kind" NOT NULL,
    "evidence" TEXT NOT NULL,
    "unit_id" INTEGER,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reviewer_id" INTEGER,
    "reviewed_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "return_field" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" INTEGER,
    "withdraw_reason" TEXT,
    "request_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "status_checks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "units" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL,
    "account_id" INTEGER,
    "since" DATE NOT NULL,
    "until" DATE,
    "assigned_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "project_id" INTEGER NOT NULL,
    "kind" "draft_kind" NOT NULL,
    "input" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "places" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "places_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "type" "project_type" NOT NULL,
    "summary" TEXT NOT NULL,
    "agreement_id" INTEGER,
    "agreement_note" TEXT,
    "place_id" INTEGER,
    "planned_investment" BIGINT,
    "agreed_investment" BIGINT,
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "sourced_on" DATE NOT NULL,
    "search_text" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enterprise_key" TEXT NOT NULL DEFAULT '',
    "stage" "stage" NOT NULL DEFAULT 'signed',
    "stage_from" DATE,
    "stage_to" DATE,
    "stage_precision" "date_precision",
    "condition" "condition",
    "condition_review_on" DATE,
    "percent" SMALLINT,
    "arrived_funds" BIGINT,
    "completed_investment" BIGINT,
    "public_arrived_funds" BIGINT,
    "public_completed_investment" BIGINT,
    "reported_on" DATE,
    "is_verified" BOOLEAN NOT NULL DEFAULT false,
    "due_from" DATE,
    "due_to" DATE,
    "due_precision" "date_precision",
    "due_basis" "basis",

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_investors" (
    "project_id" INTEGER NOT NULL,
    "organization_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "project_investors_pkey" PRIMARY KEY ("project_id","organization_id")
);

-- CreateTable
CREATE TABLE "stage_events" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "stage" "stage" NOT NULL,
    "effective_from" DATE,
    "effective_to" DATE NOT NULL,
    "effective_precision" "date_precision" NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "evidence" TEXT,
    "reason" TEXT,
    "report_id" INTEGER,
    "status_check_id" INTEGER,

    CONSTRAINT "stage_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "condition_events" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "condition" "condition" NOT NULL,
    "effective_from" DATE,
    "effective_to" DATE NOT NULL,
    "effective_precision" "date_precision" NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "review_on" DATE,
    "report_id" INTEGER,
    "status_check_id" INTEGER,

    CONSTRAINT "condition_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_retractions" (
    "id" SERIAL NOT NULL,
    "stage_event_id" INTEGER,
    "condition_event_id" INTEGER,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "account_id" INTEGER NOT NULL,

    CONSTRAINT "event_retractions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_documents" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "printed_date" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_on" DATE NOT NULL,
    "authors" TEXT[],
    "publisher" TEXT,
    "url" TEXT,
    "sha256" CHAR(64) NOT NULL,
    "paragraph_count" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "source_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_persons" (
    "source_document_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "paragraphs" INTEGER[],

    CONSTRAINT "source_persons_pkey" PRIMARY KEY ("source_document_id","name")
);

-- CreateTable
CREATE TABLE "citations" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER,
    "agreement_id" INTEGER,
    "party_id" INTEGER,
    "project_id" INTEGER,
    "stage_event_id" INTEGER,
    "commitment_id" INTEGER,
    "milestone_id" INTEGER,
    "figure_id" INTEGER,
    "event_id" INTEGER,
    "field" TEXT NOT NULL,
    "basis" "basis" NOT NULL DEFAULT 'stated',
    "reason" TEXT,
    "source_document_id" INTEGER,
    "paragraph" INTEGER,
    "report_id" INTEGER,
    "status_check_id" INTEGER,

    CONSTRAINT "citations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figures" (
    "id" SERIAL NOT NULL,
    "organization_id" INTEGER,
    "project_id" INTEGER,
    "place_id" INTEGER,
    "ordinal" INTEGER NOT NULL,
    "metric" TEXT NOT NULL,
    "amount" BIGINT,
    "currency" CHAR(3),
    "number" DECIMAL(20,4),
    "unit" TEXT,
    "period_from" DATE,
    "period_to" DATE,
    "period_precision" "date_precision",
    "is_goal" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,

    CONSTRAINT "figures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "place" TEXT,
    "held_from" DATE,
    "held_to" DATE NOT NULL,
    "held_precision" "date_precision" NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_agreements" (
    "event_id" INTEGER NOT NULL,
    "agreement_id" INTEGER NOT NULL,

    CONSTRAINT "event_agreements_pkey" PRIMARY KEY ("event_id","agreement_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_name_key" ON "accounts"("name");

-- CreateIndex
CREATE INDEX "sessions_account_id_idx" ON "sessions"("account_id");

-- CreateIndex
CREATE INDEX "sign_in_failures_address_at_idx" ON "sign_in_failures"("address", "at");

-- CreateIndex
CREATE INDEX "audit_events_at_idx" ON "audit_events"("at");

-- CreateIndex
CREATE INDEX "audit_events_subject_at_idx" ON "audit_events"("subject", "at");

-- CreateIndex
CREATE INDEX "audit_events_account_id_at_idx" ON "audit_events"("account_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organization_aliases_organization_id_alias_key" ON "organization_aliases"("organization_id", "alias");

-- CreateIndex
CREATE UNIQUE INDEX "agreements_code_key" ON "agreements"("code");

-- CreateIndex
CREATE INDEX "agreements_signed_to_idx" ON "agreements"("signed_to");

-- CreateIndex
CREATE INDEX "parties_organization_id_idx" ON "parties"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "parties_agreement_id_ordinal_key" ON "parties"("agreement_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "commitments_project_id_ordinal_key" ON "commitments"("project_id", "ordinal");

-- CreateIndex
CREATE INDEX "commitment_revisions_commitment_id_idx" ON "commitment_revisions"("commitment_id");

-- CreateIndex
CREATE INDEX "commitment_readings_report_id_idx" ON "commitment_readings"("report_id");

-- CreateIndex
CREATE INDEX "milestones_planned_to_project_id_idx" ON "milestones"("planned_to", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "milestones_project_id_ordinal_key" ON "milestones"("project_id", "ordinal");

-- CreateIndex
CREATE INDEX "milestone_revisions_milestone_id_idx" ON "milestone_revisions"("milestone_id");

-- CreateIndex
CREATE INDEX "milestone_completions_report_id_idx" ON "milestone_completions"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "progress_reports_request_id_key" ON "progress_reports"("request_id");

-- CreateIndex
CREATE INDEX "progress_reports_project_id_period_idx" ON "progress_reports"("project_id", "period" DESC);

-- CreateIndex
CREATE INDEX "progress_reports_project_id_published_at_idx" ON "progress_reports"("project_id", "published_at" DESC);

-- CreateIndex
CREATE INDEX "progress_reports_state_submitted_at_idx" ON "progress_reports"("state", "submitted_at");

-- CreateIndex
CREATE INDEX "progress_reports_author_id_state_idx" ON "progress_reports"("author_id", "state");

-- CreateIndex
CREATE INDEX "problems_key_idx" ON "problems"("key");

-- CreateIndex
CREATE UNIQUE INDEX "problems_report_id_key_key" ON "problems"("report_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "status_checks_request_id_key" ON "status_checks"("request_id");

-- CreateIndex
CREATE INDEX "status_checks_project_id_published_at_idx" ON "status_checks"("project_id", "published_at" DESC);

-- CreateIndex
CREATE INDEX "status_checks_state_submitted_at_idx" ON "status_checks"("state", "submitted_at");

-- CreateIndex
CREATE INDEX "status_checks_author_id_state_idx" ON "status_checks"("author_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "units_name_key" ON "units"("name");

-- CreateIndex
CREATE INDEX "assignments_account_id_idx" ON "assignments"("account_id");

-- CreateIndex
CREATE INDEX "assignments_unit_id_idx" ON "assignments"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "drafts_account_id_project_id_kind_key" ON "drafts"("account_id", "project_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "places_slug_key" ON "places"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "projects_code_key" ON "projects"("code");

-- CreateIndex
CREATE INDEX "projects_stage_code_idx" ON "projects"("stage", "code");

-- CreateIndex
CREATE INDEX "projects_stage_planned_investment_idx" ON "projects"("stage", "planned_investment");

-- CreateIndex
CREATE INDEX "projects_enterprise_key_stage_idx" ON "projects"("enterprise_key", "stage");

-- CreateIndex
CREATE INDEX "projects_place_id_stage_idx" ON "projects"("place_id", "stage");

-- CreateIndex
CREATE INDEX "projects_agreement_id_idx" ON "projects"("agreement_id");

-- CreateIndex
CREATE INDEX "projects_due_to_idx" ON "projects"("due_to");

-- CreateIndex
CREATE INDEX "projects_reported_on_idx" ON "projects"("reported_on");

-- CreateIndex
CREATE INDEX "projects_pinyin_idx" ON "projects"("pinyin");

-- CreateIndex
CREATE INDEX "projects_standing_idx" ON "projects"("id", "code", "stage_to", "stage", "condition", "sourced_on", "reported_on", "is_verified", "enterprise_key", "place_id", "currency", "agreed_investment", "public_arrived_funds");

-- CreateIndex
CREATE INDEX "projects_search_text_idx" ON "projects" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "project_investors_organization_id_idx" ON "project_investors"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_investors_project_id_ordinal_key" ON "project_investors"("project_id", "ordinal");

-- CreateIndex
CREATE INDEX "stage_events_project_id_effective_to_idx" ON "stage_events"("project_id", "effective_to");

-- CreateIndex
CREATE INDEX "stage_events_effective_to_project_id_idx" ON "stage_events"("effective_to", "project_id");

-- CreateIndex
CREATE INDEX "stage_events_report_id_idx" ON "stage_events"("report_id");

-- CreateIndex
CREATE INDEX "stage_events_status_check_id_idx" ON "stage_events"("status_check_id");

-- CreateIndex
CREATE INDEX "condition_events_project_id_effective_to_idx" ON "condition_events"("project_id", "effective_to");

-- CreateIndex
CREATE INDEX "condition_events_effective_to_project_id_idx" ON "condition_events"("effective_to", "project_id");

-- CreateIndex
CREATE INDEX "condition_events_report_id_idx" ON "condition_events"("report_id");

-- CreateIndex
CREATE INDEX "condition_events_status_check_id_idx" ON "condition_events"("status_check_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_retractions_stage_event_id_key" ON "event_retractions"("stage_event_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_retractions_condition_event_id_key" ON "event_retractions"("condition_event_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_documents_slug_key" ON "source_documents"("slug");

-- CreateIndex
CREATE INDEX "citations_organization_id_idx" ON "citations"("organization_id");

-- CreateIndex
CREATE INDEX "citations_agreement_id_idx" ON "citations"("agreement_id");

-- CreateIndex
CREATE INDEX "citations_party_id_idx" ON "citations"("party_id");

-- CreateIndex
CREATE INDEX "citations_project_id_idx" ON "citations"("project_id");

-- CreateIndex
CREATE INDEX "citations_stage_event_id_idx" ON "citations"("stage_event_id");

-- CreateIndex
CREATE INDEX "citations_commitment_id_idx" ON "citations"("commitment_id");

-- CreateIndex
CREATE INDEX "citations_milestone_id_idx" ON "citations"("milestone_id");

-- CreateIndex
CREATE INDEX "citations_figure_id_idx" ON "citations"("figure_id");

-- CreateIndex
CREATE INDEX "citations_event_id_idx" ON "citations"("event_id");

-- CreateIndex
CREATE INDEX "citations_source_document_id_paragraph_idx" ON "citations"("source_document_id", "paragraph");

-- CreateIndex
CREATE INDEX "citations_report_id_idx" ON "citations"("report_id");

-- CreateIndex
CREATE INDEX "citations_status_check_id_idx" ON "citations"("status_check_id");

-- CreateIndex
CREATE INDEX "figures_organization_id_idx" ON "figures"("organization_id");

-- CreateIndex
CREATE INDEX "figures_project_id_idx" ON "figures"("project_id");

-- CreateIndex
CREATE INDEX "figures_place_id_idx" ON "figures"("place_id");

-- CreateIndex
CREATE UNIQUE INDEX "events_code_key" ON "events"("code");

-- CreateIndex
CREATE INDEX "event_agreements_agreement_id_idx" ON "event_agreements"("agreement_id");

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_aliases" ADD CONSTRAINT "organization_aliases_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parties" ADD CONSTRAINT "parties_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parties" ADD CONSTRAINT "parties_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_revisions" ADD CONSTRAINT "commitment_revisions_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_revisions" ADD CONSTRAINT "commitment_revisions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_readings" ADD CONSTRAINT "commitment_readings_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_readings" ADD CONSTRAINT "commitment_readings_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_revisions" ADD CONSTRAINT "milestone_revisions_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_revisions" ADD CONSTRAINT "milestone_revisions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_completions" ADD CONSTRAINT "milestone_completions_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_completions" ADD CONSTRAINT "milestone_completions_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress_reports" ADD CONSTRAINT "progress_reports_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problems" ADD CONSTRAINT "problems_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_checks" ADD CONSTRAINT "status_checks_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_checks" ADD CONSTRAINT "status_checks_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_checks" ADD CONSTRAINT "status_checks_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_checks" ADD CONSTRAINT "status_checks_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_checks" ADD CONSTRAINT "status_checks_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_assigned_by_id_fkey" FOREIGN KEY ("assigned_by_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "projects" ADD CONSTRAINT "projects_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_investors" ADD CONSTRAINT "project_investors_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_investors" ADD CONSTRAINT "project_investors_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_events" ADD CONSTRAINT "stage_events_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_events" ADD CONSTRAINT "stage_events_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_events" ADD CONSTRAINT "stage_events_status_check_id_fkey" FOREIGN KEY ("status_check_id") REFERENCES "status_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "condition_events" ADD CONSTRAINT "condition_events_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "condition_events" ADD CONSTRAINT "condition_events_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "condition_events" ADD CONSTRAINT "condition_events_status_check_id_fkey" FOREIGN KEY ("status_check_id") REFERENCES "status_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_retractions" ADD CONSTRAINT "event_retractions_stage_event_id_fkey" FOREIGN KEY ("stage_event_id") REFERENCES "stage_events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_retractions" ADD CONSTRAINT "event_retractions_condition_event_id_fkey" FOREIGN KEY ("condition_event_id") REFERENCES "condition_events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_retractions" ADD CONSTRAINT "event_retractions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_persons" ADD CONSTRAINT "source_persons_source_document_id_fkey" FOREIGN KEY ("source_document_id") REFERENCES "source_documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "parties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_stage_event_id_fkey" FOREIGN KEY ("stage_event_id") REFERENCES "stage_events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestones"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_figure_id_fkey" FOREIGN KEY ("figure_id") REFERENCES "figures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_source_document_id_fkey" FOREIGN KEY ("source_document_id") REFERENCES "source_documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_status_check_id_fkey" FOREIGN KEY ("status_check_id") REFERENCES "status_checks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_agreements" ADD CONSTRAINT "event_agreements_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_agreements" ADD CONSTRAINT "event_agreements_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

