-- CreateTable
CREATE TABLE "conduct_review" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "data_key" BYTEA NOT NULL,
    "grounds" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" TEXT NOT NULL,
    "notified_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),
    "refused_by" TEXT,
    "ends_at" TIMESTAMPTZ(3),
    "appeal_until" TIMESTAMPTZ(3),
    "appealed_at" TIMESTAMPTZ(3),
    "decide_by" TIMESTAMPTZ(3),
    "appeal_decided_by" TEXT,
    "decided_alone" BOOLEAN NOT NULL DEFAULT false,
    "ended_at" TIMESTAMPTZ(3),
    "next_due_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "process_seq" INTEGER NOT NULL DEFAULT 0,
    "process_state" JSONB,

    CONSTRAINT "conduct_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conduct_text" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "update_id" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conduct_text_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "conduct_review_person_id_idx" ON "conduct_review"("person_id");

-- CreateIndex
CREATE INDEX "conduct_review_status_opened_at_idx" ON "conduct_review"("status", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "conduct_text_review_id_update_id_field_key" ON "conduct_text"("review_id", "update_id", "field");

-- AddForeignKey
ALTER TABLE "conduct_review" ADD CONSTRAINT "conduct_review_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conduct_text" ADD CONSTRAINT "conduct_text_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "conduct_review"("id") ON DELETE CASCADE ON UPDATE CASCADE;
