-- AlterTable
ALTER TABLE "message" ADD COLUMN     "batch_id" TEXT;

-- CreateTable
CREATE TABLE "call_series" (
    "id" TEXT NOT NULL,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "planned_until" DATE,
    "next_due_at" TIMESTAMPTZ(3),
    "process_seq" INTEGER NOT NULL DEFAULT 0,
    "process_state" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call" (
    "id" TEXT NOT NULL,
    "series_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "window_opens_at" TIMESTAMPTZ(3) NOT NULL,
    "questions_close_at" TIMESTAMPTZ(3) NOT NULL,
    "select_until" TIMESTAMPTZ(3) NOT NULL,
    "reminder_at" TIMESTAMPTZ(3) NOT NULL,
    "flag_at" TIMESTAMPTZ(3) NOT NULL,
    "day_off" TEXT,
    "staff_confirmed" BOOLEAN NOT NULL DEFAULT false,
    "cancel_reason" TEXT,
    "cancelled_at" TIMESTAMPTZ(3),
    "selected_at" TIMESTAMPTZ(3),
    "attendance_known_at" TIMESTAMPTZ(3),
    "recap_published_at" TIMESTAMPTZ(3),
    "data_key" BYTEA NOT NULL,
    "sealed_join_link" BYTEA,
    "sealed_reason" BYTEA,
    "sealed_recap" BYTEA,
    "zoom_meeting_id" TEXT,
    "calendar_sequence" INTEGER NOT NULL DEFAULT 0,
    "next_due_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "process_seq" INTEGER NOT NULL DEFAULT 0,
    "process_state" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_registration" (
    "id" UUID NOT NULL,
    "series_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "licensed_in" TEXT[],
    "employer" TEXT,
    "organization_id" UUID,
    "status" TEXT NOT NULL,
    "reasons" TEXT[],
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "data_key" BYTEA NOT NULL,
    "sealed_reason" BYTEA,
    "sealed_join_link" BYTEA,
    "zoom_registrant_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_question" (
    "id" UUID NOT NULL,
    "call_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "asker_email" TEXT NOT NULL,
    "asker_name" TEXT NOT NULL,
    "asker_role" TEXT NOT NULL,
    "organization_name" TEXT,
    "organization_key" TEXT,
    "supervisor_name" TEXT,
    "supervisor_email" TEXT,
    "supervisor_role" TEXT,
    "question_about" TEXT NOT NULL,
    "needs_legal_analysis" BOOLEAN NOT NULL,
    "emp_worksheet_completed" BOOLEAN NOT NULL,
    "convert_if_unselected" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "text_fingerprint" TEXT NOT NULL,
    "data_key" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "convert_at" TIMESTAMPTZ(3),
    "request_id" UUID,
    "handover_token_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "call_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_attendance" (
    "id" UUID NOT NULL,
    "call_id" TEXT NOT NULL,
    "person_id" UUID,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "registrant_id" TEXT,
    "intervals" JSONB NOT NULL,
    "minutes" INTEGER NOT NULL,
    "ambiguous" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,

    CONSTRAINT "call_attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "lists" TEXT[],
    "email_updates" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "suppressed" TEXT,
    "confirm_token_hash" TEXT,
    "unsubscribe_token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "unsubscribed_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_poll_answer" (
    "id" UUID NOT NULL,
    "call_id" TEXT NOT NULL,
    "useful" INTEGER NOT NULL,
    "easy_to_follow" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_poll_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "call_series_id_starts_at_idx" ON "call"("series_id", "starts_at");

-- CreateIndex
CREATE INDEX "call_next_due_at_idx" ON "call"("next_due_at");

-- CreateIndex
CREATE INDEX "call_registration_series_id_status_idx" ON "call_registration"("series_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "call_registration_series_id_person_id_key" ON "call_registration"("series_id", "person_id");

-- CreateIndex
CREATE INDEX "call_question_call_id_status_idx" ON "call_question"("call_id", "status");

-- CreateIndex
CREATE INDEX "call_question_person_id_idx" ON "call_question"("person_id");

-- CreateIndex
CREATE INDEX "call_question_handover_token_hash_idx" ON "call_question"("handover_token_hash");

-- CreateIndex
CREATE INDEX "call_attendance_call_id_idx" ON "call_attendance"("call_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_email_key" ON "subscription"("email");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_unsubscribe_token_hash_key" ON "subscription"("unsubscribe_token_hash");

-- CreateIndex
CREATE INDEX "call_poll_answer_call_id_idx" ON "call_poll_answer"("call_id");

-- CreateIndex
CREATE INDEX "message_batch_id_status_idx" ON "message"("batch_id", "status");

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "call_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_registration" ADD CONSTRAINT "call_registration_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "call_series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_registration" ADD CONSTRAINT "call_registration_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_question" ADD CONSTRAINT "call_question_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_question" ADD CONSTRAINT "call_question_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_attendance" ADD CONSTRAINT "call_attendance_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One question per person and per organization on a call. A withdrawn or moved one frees the place.
CREATE UNIQUE INDEX "call_question_one_per_person" ON "call_question" ("call_id", "person_id")
  WHERE "status" NOT IN ('withdrawn', 'moved');
CREATE UNIQUE INDEX "call_question_one_per_organization" ON "call_question" ("call_id", "organization_key")
  WHERE "status" NOT IN ('withdrawn', 'moved') AND "organization_key" IS NOT NULL;
