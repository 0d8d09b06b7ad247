-- DropIndex
DROP INDEX "case_access_request_id_idx";

-- AlterTable
ALTER TABLE "case_access" ADD COLUMN     "not_theirs" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "place" BIGINT,
ADD COLUMN     "whence" TEXT,
ADD COLUMN     "why" TEXT;

-- CreateTable
CREATE TABLE "security_event" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "about" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "whence" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "place" BIGINT,

    CONSTRAINT "security_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_link" (
    "place" BIGINT NOT NULL,
    "record" TEXT NOT NULL,
    "row_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "row_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("place")
);

-- CreateIndex
CREATE UNIQUE INDEX "security_event_place_key" ON "security_event"("place");

-- CreateIndex
CREATE INDEX "security_event_at_id_idx" ON "security_event"("at", "id");

-- CreateIndex
CREATE INDEX "security_event_actor_at_idx" ON "security_event"("actor", "at");

-- CreateIndex
CREATE INDEX "security_event_about_at_idx" ON "security_event"("about", "at");

-- CreateIndex
CREATE INDEX "security_event_kind_at_idx" ON "security_event"("kind", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_record_row_id_key" ON "audit_link"("record", "row_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_access_place_key" ON "case_access"("place");

-- CreateIndex
CREATE INDEX "case_access_request_id_at_idx" ON "case_access"("request_id", "at");

-- CreateIndex
CREATE INDEX "case_access_actor_at_idx" ON "case_access"("actor", "at");

-- CreateIndex
CREATE INDEX "case_access_at_id_idx" ON "case_access"("at", "id");
