-- A reminder brings the supervisor the link they have already: which one that is.
ALTER TABLE "ta_request" ADD COLUMN "supervisor_link_number" INTEGER NOT NULL DEFAULT 0;
