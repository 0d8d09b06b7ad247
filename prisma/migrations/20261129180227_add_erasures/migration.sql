-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "digests" TEXT[],
    "counts" JSONB NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_hold" (
    "id" UUID NOT NULL,
    "request_id" UUID,
    "person_id" UUID,
    "data_key_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by" TEXT NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by" TEXT,

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure_process" (
    "id" TEXT NOT NULL,
    "episode" INTEGER NOT NULL DEFAULT 1,
    "next_due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erasure_process_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "erasure_at_idx" ON "erasure"("at");

-- CreateIndex
CREATE INDEX "legal_hold_request_id_idx" ON "legal_hold"("request_id");

-- CreateIndex
CREATE INDEX "legal_hold_person_id_idx" ON "legal_hold"("person_id");

-- AddForeignKey
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whichever way a row goes, its key is destroyed with it.
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "legal_hold"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
