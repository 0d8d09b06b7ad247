-- CreateTable
CREATE TABLE "mentor" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "topics" TEXT[],
    "states" TEXT[],
    "capacity" INTEGER NOT NULL,
    "paused_until" DATE,
    "status" TEXT NOT NULL,
    "link_number" INTEGER NOT NULL DEFAULT 0,
    "token_hash" TEXT,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "invited_by" TEXT NOT NULL,
    "invited_until" TIMESTAMPTZ(3) NOT NULL,
    "agreed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mentor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentor_event" (
    "id" UUID NOT NULL,
    "mentor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "type" TEXT NOT NULL,

    CONSTRAINT "mentor_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "introduction" (
    "id" UUID NOT NULL,
    "mentor_id" UUID NOT NULL,
    "requester_id" UUID NOT NULL,
    "request_id" UUID,
    "requester_email" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "same_organization" BOOLEAN NOT NULL DEFAULT false,
    "data_key" BYTEA NOT NULL,
    "status" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "requester_token_hash" TEXT,
    "mentor_token_hash" TEXT,
    "answer_by" TIMESTAMPTZ(3),
    "introduced_at" TIMESTAMPTZ(3),
    "followed_up_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "next_due_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "process_seq" INTEGER NOT NULL DEFAULT 0,
    "process_state" JSONB,

    CONSTRAINT "introduction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "introduction_text" (
    "id" UUID NOT NULL,
    "introduction_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "update_id" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "introduction_text_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mentor_person_id_key" ON "mentor"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "mentor_token_hash_key" ON "mentor"("token_hash");

-- CreateIndex
CREATE INDEX "mentor_status_idx" ON "mentor"("status");

-- CreateIndex
CREATE INDEX "mentor_event_mentor_id_at_idx" ON "mentor_event"("mentor_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "introduction_requester_token_hash_key" ON "introduction"("requester_token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "introduction_mentor_token_hash_key" ON "introduction"("mentor_token_hash");

-- CreateIndex
CREATE INDEX "introduction_mentor_id_status_idx" ON "introduction"("mentor_id", "status");

-- CreateIndex
CREATE INDEX "introduction_requester_id_idx" ON "introduction"("requester_id");

-- CreateIndex
CREATE INDEX "introduction_request_id_idx" ON "introduction"("request_id");

-- CreateIndex
CREATE INDEX "introduction_status_proposed_at_idx" ON "introduction"("status", "proposed_at");

-- CreateIndex
CREATE UNIQUE INDEX "introduction_text_introduction_id_update_id_field_key" ON "introduction_text"("introduction_id", "update_id", "field");

-- AddForeignKey
ALTER TABLE "mentor" ADD CONSTRAINT "mentor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_event" ADD CONSTRAINT "mentor_event_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "mentor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "mentor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_requester_id_fkey" FOREIGN KEY ("requester_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction_text" ADD CONSTRAINT "introduction_text_introduction_id_fkey" FOREIGN KEY ("introduction_id") REFERENCES "introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;
