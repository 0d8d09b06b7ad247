-- AlterTable
ALTER TABLE "call" ADD COLUMN     "meeting_problem" TEXT;

-- CreateTable
CREATE TABLE "call_registrant" (
    "id" UUID NOT NULL,
    "call_id" TEXT NOT NULL,
    "registration_id" UUID NOT NULL,
    "registrant_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "sealed_join_link" BYTEA,

    CONSTRAINT "call_registrant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "call_registrant_call_id_registration_id_key" ON "call_registrant"("call_id", "registration_id");

-- AddForeignKey
ALTER TABLE "call_registrant" ADD CONSTRAINT "call_registrant_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_registrant" ADD CONSTRAINT "call_registrant_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "call_registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
