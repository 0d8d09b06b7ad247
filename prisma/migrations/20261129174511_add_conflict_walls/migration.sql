-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "walled" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "conflict_wall" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "broken_by" TEXT,
    "broken_at" TIMESTAMPTZ(3),

    CONSTRAINT "conflict_wall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "conflict_wall_request_id_idx" ON "conflict_wall"("request_id");

-- CreateIndex
CREATE INDEX "conflict_wall_staff_id_idx" ON "conflict_wall"("staff_id");

-- AddForeignKey
ALTER TABLE "conflict_wall" ADD CONSTRAINT "conflict_wall_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_wall" ADD CONSTRAINT "conflict_wall_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
