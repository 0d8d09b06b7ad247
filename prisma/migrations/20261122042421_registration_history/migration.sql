-- AlterTable
ALTER TABLE "call" ADD COLUMN     "public_reason" TEXT;

-- AlterTable
ALTER TABLE "call_registration" ADD COLUMN     "actively_practicing" BOOLEAN,
ADD COLUMN     "attested_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ta_request" ADD COLUMN     "from_call_id" TEXT,
ADD COLUMN     "from_question_id" UUID;

-- CreateTable
CREATE TABLE "call_registration_event" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reasons" TEXT[],
    "changed" TEXT[],
    "sealed_reason" BYTEA,

    CONSTRAINT "call_registration_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "call_registration_event_registration_id_seq_key" ON "call_registration_event"("registration_id", "seq");

-- CreateIndex
CREATE INDEX "call_registration_person_id_idx" ON "call_registration"("person_id");

-- AddForeignKey
ALTER TABLE "call_registration_event" ADD CONSTRAINT "call_registration_event_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "call_registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is known of registrations made before their history was kept: when, and the decision that stands.
INSERT INTO "call_registration_event" ("id", "registration_id", "seq", "type", "at", "actor", "status", "reasons", "changed")
SELECT gen_random_uuid(), "id", 0, 'registered', "created_at", 'person:' || "person_id",
    CASE WHEN "decided_by" = 'system' THEN "status" ELSE 'pending' END, "reasons", '{}'
FROM "call_registration";

INSERT INTO "call_registration_event" ("id", "registration_id", "seq", "type", "at", "actor", "status", "reasons", "changed")
SELECT gen_random_uuid(), "id", "version", "status", "decided_at", "decided_by", "status", "reasons", '{}'
FROM "call_registration"
WHERE "decided_by" IS NOT NULL AND "decided_by" <> 'system' AND "decided_at" IS NOT NULL AND "status" <> 'pending';

-- Requests that were questions for a call.
UPDATE "ta_request" r SET "from_call_id" = q."call_id", "from_question_id" = q."id"
FROM "call_question" q WHERE q."request_id" = r."id";
