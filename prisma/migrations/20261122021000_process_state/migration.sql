-- The state of the last recorded event, so that a lost workflow can be started again where it was.
ALTER TABLE "ta_request" ADD COLUMN "process_state" JSONB;
