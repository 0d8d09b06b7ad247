-- CreateTable
CREATE TABLE "mention" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "mention_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mention_staff_id_read_at_idx" ON "mention"("staff_id", "read_at");

-- CreateIndex
CREATE INDEX "mention_request_id_idx" ON "mention"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "mention_text_id_staff_id_key" ON "mention"("text_id", "staff_id");

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
