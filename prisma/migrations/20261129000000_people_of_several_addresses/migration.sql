-- One person has several addresses: claimed by themselves and proved by a link, or added by staff; two records of one
-- person become one.
ALTER TABLE "person" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "address_claim" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "address_claim_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "address_claim_token_hash_key" ON "address_claim"("token_hash");
CREATE UNIQUE INDEX "address_claim_person_id_email_key" ON "address_claim"("person_id", "email");
CREATE INDEX "address_claim_expires_at_idx" ON "address_claim"("expires_at");
ALTER TABLE "address_claim" ADD CONSTRAINT "address_claim_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "person_event" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "email" TEXT,
    "other_id" UUID,

    CONSTRAINT "person_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "person_event_person_id_at_idx" ON "person_event"("person_id", "at");
ALTER TABLE "person_event" ADD CONSTRAINT "person_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
