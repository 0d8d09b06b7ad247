-- AlterTable
ALTER TABLE "mentor" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mentoring_link" (
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "mentor_id" UUID,
    "introduction_id" UUID,
    "side" TEXT,

    CONSTRAINT "mentoring_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "mentoring_link_mentor_id_idx" ON "mentoring_link"("mentor_id");

-- CreateIndex
CREATE INDEX "mentoring_link_introduction_id_idx" ON "mentoring_link"("introduction_id");

-- AddForeignKey
ALTER TABLE "mentoring_link" ADD CONSTRAINT "mentoring_link_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "mentor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_link" ADD CONSTRAINT "mentoring_link_introduction_id_fkey" FOREIGN KEY ("introduction_id") REFERENCES "introduction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The links that work today; those they took the place of are not known any more.
INSERT INTO "mentoring_link" ("token_hash", "email", "mentor_id")
SELECT "token_hash", "email", "id" FROM "mentor" WHERE "token_hash" IS NOT NULL;
INSERT INTO "mentoring_link" ("token_hash", "email", "introduction_id", "side")
SELECT "requester_token_hash", "requester_email", "id", 'requester' FROM "introduction" WHERE "requester_token_hash" IS NOT NULL
UNION ALL
SELECT i."mentor_token_hash", m."email", i."id", 'mentor' FROM "introduction" i JOIN "mentor" m ON m."id" = i."mentor_id"
WHERE i."mentor_token_hash" IS NOT NULL;
