-- AlterTable
ALTER TABLE "case_document" ADD COLUMN     "scan" TEXT NOT NULL DEFAULT 'not-scanned',
ADD COLUMN     "scan_round" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "form_file" ADD COLUMN     "scan" TEXT NOT NULL DEFAULT 'not-scanned',
ADD COLUMN     "scan_round" INTEGER NOT NULL DEFAULT 1;
