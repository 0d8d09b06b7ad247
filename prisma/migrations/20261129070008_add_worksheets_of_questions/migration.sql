-- CreateTable
CREATE TABLE "call_question_worksheet" (
    "question_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_question_worksheet_pkey" PRIMARY KEY ("question_id")
);

-- AddForeignKey
ALTER TABLE "call_question_worksheet" ADD CONSTRAINT "call_question_worksheet_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "call_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;
