-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "stated_domains" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "organization_event" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "other_id" UUID,

    CONSTRAINT "organization_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organization_event_organization_id_at_idx" ON "organization_event"("organization_id", "at");

-- CreateIndex
CREATE INDEX "organization_merged_into_id_idx" ON "organization"("merged_into_id");

-- CreateIndex
CREATE INDEX "organization_domain_idx" ON "organization"("domain");

-- CreateIndex
CREATE INDEX "organization_stated_domains_idx" ON "organization" USING GIN ("stated_domains");

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_event" ADD CONSTRAINT "organization_event_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
