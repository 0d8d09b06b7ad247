-- CreateTable
CREATE TABLE "factor_reset" (
    "staff_id" UUID NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "factor_reset_pkey" PRIMARY KEY ("staff_id")
);
