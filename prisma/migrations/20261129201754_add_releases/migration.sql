-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "recipient_kind" TEXT NOT NULL,
    "parts" TEXT[],
    "status" TEXT NOT NULL,
    "signed_how" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by" TEXT,
    "signed_on" DATE,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "introduction_id" UUID,
    "next_due_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "process_seq" INTEGER NOT NULL DEFAULT 0,
    "process_state" JSONB,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_text" (
    "id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "update_id" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "release_text_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "release_request_id_opened_at_idx" ON "release"("request_id", "opened_at");

-- CreateIndex
CREATE INDEX "release_introduction_id_idx" ON "release"("introduction_id");

-- CreateIndex
CREATE INDEX "release_next_due_at_idx" ON "release"("next_due_at");

-- CreateIndex
CREATE UNIQUE INDEX "release_text_release_id_update_id_field_key" ON "release_text"("release_id", "update_id", "field");

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "ta_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_introduction_id_fkey" FOREIGN KEY ("introduction_id") REFERENCES "introduction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_text" ADD CONSTRAINT "release_text_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;
