-- CreateTable
CREATE TABLE "sketch_key" (
    "number" INTEGER NOT NULL,
    "data_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sketch_key_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "request_sketch" (
    "request_id" UUID NOT NULL,
    "key_number" INTEGER NOT NULL,
    "signature" BYTEA NOT NULL,
    "bands" INTEGER[],

    CONSTRAINT "request_sketch_pkey" PRIMARY KEY ("request_id")
);

-- CreateIndex
CREATE INDEX "request_sketch_bands_idx" ON "request_sketch" USING GIN ("bands");

-- CreateIndex
CREATE INDEX "request_sketch_key_number_idx" ON "request_sketch"("key_number");

-- CreateIndex
CREATE INDEX "call_attendance_person_id_idx" ON "call_attendance"("person_id");

-- CreateIndex
CREATE INDEX "person_organization_id_idx" ON "person"("organization_id");

-- CreateIndex
CREATE INDEX "ta_request_supervisor_id_idx" ON "ta_request"("supervisor_id");

-- AddForeignKey
ALTER TABLE "request_sketch" ADD CONSTRAINT "request_sketch_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_sketch" ADD CONSTRAINT "request_sketch_key_number_fkey" FOREIGN KEY ("key_number") REFERENCES "sketch_key"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
