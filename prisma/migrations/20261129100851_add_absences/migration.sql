-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "stand_in_id" UUID,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "work" TEXT NOT NULL,
    "take_back" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "begins_at" TIMESTAMPTZ(3) NOT NULL,
    "returns_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "next_due_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "process_seq" INTEGER NOT NULL DEFAULT 0,
    "process_state" JSONB,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence_item" (
    "absence_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "task" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "absence_item_pkey" PRIMARY KEY ("absence_id","request_id","task")
);

-- CreateIndex
CREATE INDEX "absence_person_id_status_idx" ON "absence"("person_id", "status");

-- CreateIndex
CREATE INDEX "absence_stand_in_id_status_idx" ON "absence"("stand_in_id", "status");

-- CreateIndex
CREATE INDEX "absence_status_set_at_idx" ON "absence"("status", "set_at");

-- CreateIndex
CREATE INDEX "absence_item_request_id_idx" ON "absence_item"("request_id");

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_stand_in_id_fkey" FOREIGN KEY ("stand_in_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence_item" ADD CONSTRAINT "absence_item_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence_item" ADD CONSTRAINT "absence_item_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;
