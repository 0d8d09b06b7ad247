-- AlterTable
ALTER TABLE "case_document" ADD COLUMN     "details" TEXT NOT NULL DEFAULT 'kept';

-- AlterTable
ALTER TABLE "form_file" ADD COLUMN     "details" TEXT NOT NULL DEFAULT 'kept';
