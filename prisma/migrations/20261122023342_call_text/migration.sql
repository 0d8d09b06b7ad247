-- CreateTable
CREATE TABLE "call_text" (
    "id" UUID NOT NULL,
    "call_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "update_id" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_text_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "call_text_call_id_update_id_field_key" ON "call_text"("call_id", "update_id", "field");
