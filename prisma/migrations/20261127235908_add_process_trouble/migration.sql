-- CreateTable
CREATE TABLE "process_trouble" (
    "workflow_id" TEXT NOT NULL,
    "activity" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "try_again_at" TIMESTAMPTZ(3),
    "since" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "process_trouble_pkey" PRIMARY KEY ("workflow_id")
);
