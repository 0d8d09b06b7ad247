-- AlterTable
ALTER TABLE "call" ADD COLUMN     "being_kept" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "meeting_capacity" INTEGER,
ADD COLUMN     "meeting_ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "meeting_problem_since" TIMESTAMPTZ(3),
ADD COLUMN     "meeting_unchecked" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "on_question_id" UUID;

-- CreateTable
CREATE TABLE "call_presence" (
    "call_id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "person_id" UUID,
    "sealed_name" BYTEA,
    "joined_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "call_presence_pkey" PRIMARY KEY ("call_id","participant_id")
);

-- AddForeignKey
ALTER TABLE "call_presence" ADD CONSTRAINT "call_presence_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
