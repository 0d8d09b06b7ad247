-- CreateTable
CREATE TABLE "oauth_token" (
    "provider" TEXT NOT NULL,
    "data_key" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "renewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "oauth_token_pkey" PRIMARY KEY ("provider")
);
