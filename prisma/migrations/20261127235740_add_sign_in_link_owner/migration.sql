-- AlterTable
ALTER TABLE "auth_verification" ADD COLUMN     "any_browser" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;
