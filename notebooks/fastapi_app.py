from fastapi import FastAPI

app = FastAPI()

@app.get("/run/{city}")
async def run(city: str, pm2_5: float, limit: float = 15):
    return {"city": city, "run": pm2_5 <= limit}
