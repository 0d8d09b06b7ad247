-- CreateTable
CREATE TABLE "emp_worksheet" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "data_key" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "emp_worksheet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "emp_worksheet_person_id_saved_at_idx" ON "emp_worksheet"("person_id", "saved_at");

-- CreateIndex
CREATE INDEX "emp_worksheet_saved_at_idx" ON "emp_worksheet"("saved_at");

-- AddForeignKey
ALTER TABLE "emp_worksheet" ADD CONSTRAINT "emp_worksheet_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
