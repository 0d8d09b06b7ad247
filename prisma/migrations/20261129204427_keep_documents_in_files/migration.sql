-- AlterTable
ALTER TABLE "case_document" ADD COLUMN     "file_digest" BYTEA,
ADD COLUMN     "file_key" UUID,
ALTER COLUMN "sealed" DROP NOT NULL;

-- AlterTable
ALTER TABLE "form_file" ADD COLUMN     "file_digest" BYTEA,
ADD COLUMN     "file_key" UUID,
ALTER COLUMN "sealed" DROP NOT NULL;

-- CreateTable
CREATE TABLE "file_to_erase" (
    "key" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "file_to_erase_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "file_to_erase_since_idx" ON "file_to_erase"("since");

-- CreateIndex
CREATE UNIQUE INDEX "case_document_file_key_key" ON "case_document"("file_key");

-- CreateIndex
CREATE UNIQUE INDEX "form_file_file_key_key" ON "form_file"("file_key");

-- Whichever way a row goes, its file goes after it.
CREATE FUNCTION "note_file_to_erase"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.file_key IS DISTINCT FROM OLD.file_key THEN
    INSERT INTO file_to_erase (key, since) VALUES (OLD.file_key, now()) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "note_file_to_erase" AFTER DELETE OR UPDATE ON "case_document"
  FOR EACH ROW WHEN (OLD.file_key IS NOT NULL) EXECUTE FUNCTION "note_file_to_erase"();
CREATE TRIGGER "note_file_to_erase" AFTER DELETE OR UPDATE ON "form_file"
  FOR EACH ROW WHEN (OLD.file_key IS NOT NULL) EXECUTE FUNCTION "note_file_to_erase"();
