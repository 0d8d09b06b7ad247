-- CreateTable
CREATE TABLE "privacy_request" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "token_hash" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "due_on" TEXT,
    "next_due_at" TIMESTAMPTZ(3),
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "reason" TEXT,
    "data_key_id" UUID NOT NULL,
    "sealed" BYTEA,
    "copy_until" TIMESTAMPTZ(3),

    CONSTRAINT "privacy_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "privacy_request_token_hash_key" ON "privacy_request"("token_hash");

-- CreateIndex
CREATE INDEX "privacy_request_person_id_idx" ON "privacy_request"("person_id");

-- CreateIndex
CREATE INDEX "privacy_request_status_due_on_idx" ON "privacy_request"("status", "due_on");

-- AddForeignKey
ALTER TABLE "privacy_request" ADD CONSTRAINT "privacy_request_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "privacy_request" ADD CONSTRAINT "privacy_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whichever way a row goes, its key is destroyed with it.
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "privacy_request"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
