-- CreateTable
CREATE TABLE "case_export" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "basis" TEXT NOT NULL,
    "basis_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "parts" TEXT[],
    "data_key_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "handed_out" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "case_export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_export_request_id_made_at_idx" ON "case_export"("request_id", "made_at");

-- CreateIndex
CREATE INDEX "case_export_expires_at_idx" ON "case_export"("expires_at");

-- AddForeignKey
ALTER TABLE "case_export" ADD CONSTRAINT "case_export_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "case_export" ADD CONSTRAINT "case_export_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whichever way a row goes, its key is destroyed with it.
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "case_export"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
