-- AlterTable
ALTER TABLE "auth_session" ADD COLUMN     "challenge" TEXT,
ADD COLUMN     "passed_as" TEXT,
ADD COLUMN     "passed_at" TIMESTAMPTZ(3),
ADD COLUMN     "used_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "app_factor" (
    "owner" TEXT NOT NULL,
    "data_key_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "last_step" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_factor_pkey" PRIMARY KEY ("owner")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "sign_count" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "digest" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("digest")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_owner_idx" ON "passkey"("owner");

-- CreateIndex
CREATE INDEX "recovery_code_owner_idx" ON "recovery_code"("owner");

-- AddForeignKey
ALTER TABLE "app_factor" ADD CONSTRAINT "app_factor_data_key_id_fkey" FOREIGN KEY ("data_key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A secret that is deleted takes its key along.
CREATE TRIGGER "destroy_data_keys" AFTER DELETE ON "app_factor"
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "destroy_data_keys"();
