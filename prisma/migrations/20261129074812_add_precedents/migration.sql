-- CreateTable
CREATE TABLE "precedent" (
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "topics" TEXT[],
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "owner_id" UUID,
    "reviewer" TEXT,
    "comment" TEXT,
    "review_by" DATE NOT NULL,
    "request_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "precedent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "precedent_event" (
    "id" UUID NOT NULL,
    "precedent_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "precedent_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "precedent_status_changed_at_idx" ON "precedent"("status", "changed_at");

-- CreateIndex
CREATE INDEX "precedent_request_id_idx" ON "precedent"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "precedent_event_precedent_id_seq_key" ON "precedent_event"("precedent_id", "seq");

-- AddForeignKey
ALTER TABLE "precedent" ADD CONSTRAINT "precedent_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "precedent" ADD CONSTRAINT "precedent_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "precedent_event" ADD CONSTRAINT "precedent_event_precedent_id_fkey" FOREIGN KEY ("precedent_id") REFERENCES "precedent"("id") ON DELETE CASCADE ON UPDATE CASCADE;
