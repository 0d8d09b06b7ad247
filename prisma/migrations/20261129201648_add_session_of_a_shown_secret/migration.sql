-- AlterTable
ALTER TABLE "app_factor" ADD COLUMN     "shown_in" TEXT;
